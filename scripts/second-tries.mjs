/** Names, at the end of a run, every test that failed once and then passed, and how it failed: a fault of the product or of the test, to be looked into. */
export default class SecondTries {
  lines = []

  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return
    this.lines.push(`↻ at the second try: ${test.module.relativeModuleId} > ${test.fullName}`)
    for (const { message, stacks } of test.result().errors ?? [])
      this.lines.push(`  line ${stacks?.find(({ file }) => file === test.module.moduleId)?.line}: ${message}`)
  }

  onTestRunEnd() {
    for (const line of this.lines) console.log(line)
  }
}
