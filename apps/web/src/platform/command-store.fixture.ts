import type { CommandStore, KeptCommand } from './command-store'

/** A device that lives as long as the test. */
export function memoryStore(): CommandStore {
  const kept = new Map<string, KeptCommand>()
  return {
    of: async (personId) => [...kept.values()].filter((command) => command.personId === personId),
    all: async () => [...kept.values()],
    put: async (command) => void kept.set(command.id, command),
    rewrite: async (command) => {
      if (kept.has(command.id)) kept.set(command.id, command)
    },
    remove: async (id) => void kept.delete(id),
  }
}
