import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { Protocol } from './protocol';

/** What the room connection needs of SignalR; tests put a wire of their own in its place. */
export type Wire = {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke(method: string, ...args: unknown[]): Promise<unknown>;
  send(method: string, ...args: unknown[]): Promise<void>;
  on(method: string, handler: (news: unknown) => void): void;
  onclose(handler: () => void): void;
};

/**
 * A wire to the house. SignalR's own reconnect is not used: it gives up after a while, and with stateful reconnect a call made while the line is
 * down never settles. The transport is found automatically, so that a proxy without WebSockets gets long polling.
 */
export function hubWire(): Wire {
  const connection = new HubConnectionBuilder()
    .withUrl(Protocol.hubPath)
    .withHubProtocol(new MessagePackHubProtocol())
    .withServerTimeout(15_000)
    .withKeepAliveInterval(5_000)
    .configureLogging(LogLevel.None)
    .build();
  return connection;
}
