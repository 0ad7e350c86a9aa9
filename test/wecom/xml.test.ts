import { describe, expect, it } from 'vitest';
import { cdata, parseXml, textOf } from '../../src/wecom/xml.ts';

const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;

describe('parseXml', () => {
  it('reads text, CDATA and entities alike', () => {
    const root = parseXml('<?xml version="1.0"?>\n<xml>\n<A><![CDATA[a<b]]></A><B>a&lt;b&#x4F60;</B>\n<C/></xml>\n');
    expect(['A', 'B', 'C', 'D'].map((name) => textOf(root ?? undefined, name))).toEqual(['a<b', 'a<b你', '', null]);
  });

  it('reads back what cdata writes, an end mark included', () => {
    const root = parseXml(`<xml><A>${cdata('x]]>y<z&')}</A></xml>`);
    expect(textOf(root ?? undefined, 'A')).toBe('x]]>y<z&');
  });

  it.each([
    ['a document type', '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><A>&e;</A></xml>'],
    ['an entity of its own', '<xml><A>&secret;</A></xml>'],
    ['an open entity', '<xml><A>a & b</A></xml>'],
    ['a comment', '<xml><!-- a --><A>1</A></xml>'],
    ['an attribute', '<xml a="1"><A>1</A></xml>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['text beside the root', 'words <xml></xml>'],
    ['an end without a start', '<xml></A></xml>'],
    ['a start without an end', '<xml><A></xml>'],
    ['a second declaration', '<xml><?xml version="1.0"?></xml>'],
    ['no element', 'words'],
    ['nothing', ''],
    ['more depth than the platform has', nested(20)],
    ['more elements than the platform has', `<xml>${'<a/>'.repeat(3_000)}</xml>`],
  ])('refuses %s', (_what, text) => {
    expect(parseXml(text)).toBeNull();
  });

  it('reads a megabyte of open brackets without taking its time', () => {
    expect(parseXml(`<xml>${'<'.repeat(1_000_000)}`)).toBeNull();
    expect(parseXml(`<xml><![CDATA[${'<![CDATA['.repeat(100_000)}`)).toBeNull();
  });
});
