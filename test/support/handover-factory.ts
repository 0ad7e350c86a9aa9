import type { Handover } from '../../src/domain/handover.ts';
import { shanghai } from './world-factory.ts';

/** 张明 hands 盛弘机械 over to 刘洋, agreed on Tuesday 24 November 2026 at ten, in force from that day. */
export function aHandover(changes: Partial<Handover> = {}): Handover {
  return {
    id: 'h-1',
    kind: 'leader',
    from: 'CORP/zhangming',
    to: 'CORP/liuyang',
    leads: ['s-shenghong'],
    serves: [],
    units: [],
    day: '2026-11-24',
    by: 'CORP/zhaomin',
    at: shanghai('2026-11-24 10:00'),
    confirmations: [],
    toldAt: null,
    effectiveAt: null,
    reminders: 0,
    concludedAt: null,
    ...changes,
  };
}
