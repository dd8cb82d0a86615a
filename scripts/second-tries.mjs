/** Names, at the end of a run, every test that failed once and then passed: a fault of the product or of the test, to be looked into. */
export default class SecondTries {
  names = []

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.names.push(`${test.module.relativeModuleId} > ${test.fullName}`)
  }

  onTestRunEnd() {
    for (const name of this.names) console.log(`↻ at the second try: ${name}`)
  }
}
