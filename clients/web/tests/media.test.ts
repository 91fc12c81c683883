import { describe, expect, it } from 'vitest';
import { at, relayBy, type Outcome, type Result, type Step } from '../src/connection/connectionTest';
import { verdict } from '../src/connection/verdict';
import { readServers } from '../src/media/iceServers';
import { loudnessAt, panAt } from '../src/media/loudness';
import { readSignal, writeSignal, type MediaSignal } from '../src/media/mediaSignal';
import { readRouterSignal } from '../src/media/routerSignal';

describe('signals between browsers', () => {
  it.each<MediaSignal>([
    { kind: 'offer', session: 's', sdp: 'v=0' },
    { kind: 'answer', session: 's', sdp: 'v=0' },
    { kind: 'candidate', session: 's', candidate: null },
    { kind: 'candidate', session: 's', candidate: { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0 } },
    { kind: 'moved', session: 's', to: 'route' },
    { kind: 'again', session: 's' },
  ])('come as they went: $kind', (signal) => expect(readSignal(writeSignal(signal))).toEqual(signal));

  it.each(['', '[]', 'null', '{"kind":"offer","session":"s"}', '{"kind":"moved","session":"s","to":"mars"}', '{"kind":"candidate","session":"s","candidate":{"candidate":7}}'])(
    'nothing else is believed: %s', (written) => expect(readSignal(written)).toBeNull());
});

describe('what the house says about the media server', () => {
  it('is read with what each way carries', () => {
    const streams = [{ mid: '0', person: 'ada', kind: 'microphone' }, { mid: '1', person: 'bo', kind: 'screen' }];
    expect(readRouterSignal(JSON.stringify({ kind: 'offer', session: 's', sdp: 'v=0', streams }))).toEqual({ kind: 'offer', session: 's', sdp: 'v=0', streams });
    expect(readRouterSignal('{"kind":"seated","session":"s"}')).toEqual({ kind: 'seated', session: 's' });
    expect(readRouterSignal('{"kind":"waiting","session":""}')).toEqual({ kind: 'waiting', session: '' });
  });

  it('is not believed otherwise', () => {
    for (const written of ['', '{"kind":"seated"}', '{"kind":"offer","session":"s"}', '{"kind":"publish","session":"s","sdp":"v=0"}']) expect(readRouterSignal(written)).toBeNull();
    const odd = JSON.stringify({ kind: 'offer', session: 's', sdp: 'v=0', streams: [{ mid: '0', person: 'ada', kind: 'thoughts' }, 7] });
    expect(readRouterSignal(odd)).toMatchObject({ streams: [] });
  });
});

describe('servers on the way', () => {
  it('are taken over when they are some', () => {
    expect(readServers([{ urls: ['stun:a'] }, { urls: ['turns:b?transport=tcp'], username: 'n', credential: 'p' }, { urls: ['https://c'] }, 7])).toEqual([
      { urls: ['stun:a'] }, { urls: ['turns:b?transport=tcp'], username: 'n', credential: 'p' },
    ]);
  });

  it('are told apart by how they are reached', () => {
    expect(['turn:a', 'turn:a?transport=udp', 'turn:a?transport=tcp', 'turns:a?transport=tcp', 'stun:a'].map(relayBy)).toEqual(['udp', 'udp', 'tcp', 'tls', null]);
  });

  it('are named with the port that is to be opened', () => {
    expect([{ urls: 'turns:haus.example?transport=tcp' }, { urls: ['turn:haus.example:443?transport=tcp'] }, { urls: 'stun:haus.example' }, null].map(at)).toEqual([
      'haus.example:5349', 'haus.example:443', 'haus.example:3478', null,
    ]);
  });
});

describe('the verdict of the connection test', () => {
  const results = (outcomes: Partial<Record<Step, Outcome>>): Result[] =>
    Object.entries(outcomes).map(([step, outcome]) => ({ step: step as Step, outcome, milliseconds: 1, at: '' }));

  it.each<[string, Partial<Record<Step, Outcome>>]>([
    ['bad', { house: 'fails', turnTls: 'fails' }],
    ['good', { house: 'works', socket: 'fails', turnUdp: 'fails', turnTls: 'works', mediaServer: 'works' }],
    ['many', { house: 'works', stun: 'fails', turnTls: 'fails', mediaServer: 'works' }],
    ['few', { house: 'works', turnTcp: 'works', mediaServer: 'fails' }],
    ['text', { house: 'works', stun: 'fails', turnUdp: 'fails', turnTcp: 'fails', turnTls: 'fails', mediaServer: 'fails' }],
    ['local', { house: 'works', socket: 'works', turnUdp: 'none', turnTcp: 'none', turnTls: 'none', mediaServer: 'none' }],
    ['good', { house: 'works', turnUdp: 'works', mediaServer: 'none' }],
  ])('is %s', (expected, outcomes) => expect(verdict(results(outcomes))).toBe(expected));
});

describe('loudness', () => {
  it('falls with distance and never to nothing', () => {
    const loud = [0, 1, 2, 3, 4, 8].map((metres) => loudnessAt(metres * 32));
    expect(loud).toEqual([...loud].sort((a, b) => b - a));
    expect(loud[0]).toBe(1);
    expect(loud.at(-1)).toBeCloseTo(0.35);
  });

  it('leaves nobody in one ear alone', () => {
    expect(panAt(100_000)).toBe(0.6);
    expect(panAt(-100_000)).toBe(-0.6);
    expect(panAt(0)).toBe(0);
  });
});
