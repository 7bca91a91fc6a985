import type { Connection } from './connection.ts';

/** Who listens to which topic, in this process. */
export class Listeners {
  readonly #byTopic = new Map<string, Set<Connection>>();

  join(connection: Connection, topics: readonly string[]): void {
    connection.topics = topics;
    for (const topic of topics) {
      const set = this.#byTopic.get(topic);
      if (set) set.add(connection);
      else this.#byTopic.set(topic, new Set([connection]));
    }
  }

  leave(connection: Connection): void {
    for (const topic of connection.topics) {
      const set = this.#byTopic.get(topic);
      set?.delete(connection);
      if (set?.size === 0) this.#byTopic.delete(topic);
    }
    connection.topics = [];
  }

  /** Everybody who listens to any of the topics, each once. */
  of(topics: readonly string[]): Set<Connection> {
    const found = new Set<Connection>();
    for (const topic of topics)
      for (const connection of this.#byTopic.get(topic) ?? []) found.add(connection);
    return found;
  }
}
