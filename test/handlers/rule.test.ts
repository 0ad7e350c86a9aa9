import { describe, expect, it } from 'vitest';
import { aCommand, after, buildCase, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

const asked = buildCase({ stop: 'handling', further: [aCommand('extend', { at: '2026-11-25 10:00' })] });

describe('rule', () => {
  it('in favour sets the new due day and tells unit, leader and enterprise', () => {
    const told = tell(asked, aCommand('rule'));
    expect(told).toMatchObject({
      events: ['extensionGranted'],
      notices: [
        'extensionGranted > unit.u-gxj',
        'extensionGranted > leader.CORP/zhangming',
        'extensionGranted > subject.s-shenghong',
      ],
      reply: `${NUMBER} 已同意延期到12月4日（周五），并告知承办单位和企业。`,
    });
    expect(told.snapshot).toMatchObject({ extension: null, legs: [{ dueDay: '2026-12-04', dueVersion: 2 }] });
  });

  it('against leaves the due day and tells unit and leader, with the reason', () => {
    const told = tell(asked, aCommand('rule', { granted: false, reason: '已延过一次' }));
    expect(told).toMatchObject({
      events: ['extensionRefused'],
      notices: ['extensionRefused > unit.u-gxj', 'extensionRefused > leader.CORP/zhangming'],
      reply: `${NUMBER} 已答复不同意延期，期限仍为12月1日（周二）。`,
    });
    expect(told.effects[0]?.about).toMatchObject({ reason: '已延过一次' });
    expect(told.snapshot).toMatchObject({
      extension: null,
      legs: [{ dueDay: '2026-12-01', promised: false, dueVersion: 1 }],
    });
  });

  it('leaves the enterprise’s clock alone', () => {
    const { snapshot } = after(asked, aCommand('rule'));
    expect(snapshot.acceptedAt).toEqual(asked.snapshot.acceptedAt);
  });

  it('has nothing to rule on twice, nor after 办结', () => {
    for (const subject of [after(asked, aCommand('rule')), after(asked, aCommand('resolve'))]) {
      expect(tell(subject, aCommand('rule'))).toMatchObject({
        events: [],
        reply: `${NUMBER} 没有等待答复的延期申请。`,
      });
    }
  });
});
