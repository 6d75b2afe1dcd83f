/** React's switch for tests: while it is on, React complains of every change that is not inside `act`. */
interface ReactEnvironment {
  IS_REACT_ACT_ENVIRONMENT?: boolean | undefined;
}

/** Until React has drawn what it was told: once for the change, once for the effects that it has. */
async function drawn(): Promise<void> {
  for (let round = 0; round < 2; round += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Waits with the switch off, as Testing Library's `waitFor` does: the flow changes by itself meanwhile. */
export async function outsideAct(work: () => Promise<void>): Promise<void> {
  const environment = globalThis as ReactEnvironment;
  const before = environment.IS_REACT_ACT_ENVIRONMENT;
  environment.IS_REACT_ACT_ENVIRONMENT = false;
  try {
    await work();
    await drawn();
  } finally {
    environment.IS_REACT_ACT_ENVIRONMENT = before;
  }
}
