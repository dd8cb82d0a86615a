/** Something to wait for, and what opens it. */
export function latch(): [Promise<void>, () => void] {
  let open = () => {}
  const opened = new Promise<void>((done) => {
    open = done
  })
  return [opened, open]
}
