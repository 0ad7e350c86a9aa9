import { decrypt, getSignature } from '@wecom/crypto';
import { describe, expect, it } from 'vitest';
import { readAppMessage } from '../../src/wecom/app-inbound.ts';
import { readAppBody, sealAppReply } from '../../src/wecom/app-callback.ts';
import { openCallback } from '../../src/wecom/callback.ts';
import { cardReplyXml } from '../../src/wecom/card-xml.ts';
import { parseXml, textOf } from '../../src/wecom/xml.ts';
import { buildCredentials } from './credentials.ts';
import { getVector, HAS_VECTORS } from './vectors.ts';

const NOW = new Date('2026-11-27T09:00:00+08:00');
const CREDENTIALS = buildCredentials({ receiveid: 'wwOWN' });

describe('readAppBody', () => {
  it.each([
    ['CDATA', '<xml><ToUserName><![CDATA[ww]]></ToUserName><Encrypt><![CDATA[abc=]]></Encrypt></xml>'],
    ['plain text', '<xml>\n <Encrypt>abc=</Encrypt>\n</xml>'],
  ])('takes the Encrypt text as %s', (_how, body) => {
    expect(readAppBody(Buffer.from(body))).toEqual({ ok: true, encrypt: 'abc=' });
  });

  it.each(['', '{"encrypt":"abc"}', '<xml></xml>', '<xml><Encrypt></Encrypt></xml>'])('refuses %j with 400', (body) => {
    expect(readAppBody(body)).toMatchObject({ ok: false, status: 400 });
  });
});

describe('sealAppReply', () => {
  it('is opened by the official library', () => {
    const xml = cardReplyXml({ to: 'zhangming', from: 'wwOWN', now: NOW, card: { card_type: 'button_interaction' } });
    const root = parseXml(sealAppReply({ credentials: CREDENTIALS, nonce: 'n1', now: NOW, xml })) ?? undefined;
    const [sealed = '', time = ''] = ['Encrypt', 'TimeStamp'].map((name) => textOf(root, name) ?? '');
    expect(textOf(root, 'MsgSignature')).toBe(getSignature(CREDENTIALS.token, time, 'n1', sealed));
    expect(decrypt(CREDENTIALS.aesKey, sealed)).toMatchObject({ message: xml, id: 'wwOWN' });
  });
});

describe('cardReplyXml', () => {
  it('names things in PascalCase and repeats the elements of a list without a wrapper', () => {
    const card = {
      card_type: 'multiple_interaction',
      main_title: { title: '回访<1>' },
      select_list: [
        { question_key: 'a', disable: true, option_list: [{ id: '1' }, { id: '2' }] },
        { question_key: 'b' },
      ],
      checkbox: { mode: 1 },
      replace_text: '已提交',
      source: undefined,
    };
    const xml = cardReplyXml({ to: 'zhangming', from: 'wwOWN', now: NOW, card });
    expect(parseXml(xml)).not.toBeNull();
    expect(xml.slice(xml.indexOf('<TemplateCard>'))).toBe(
      '<TemplateCard><CardType><![CDATA[multiple_interaction]]></CardType><MainTitle><Title><![CDATA[回访<1>]]></Title></MainTitle>' +
        '<SelectList><QuestionKey><![CDATA[a]]></QuestionKey><Disable>1</Disable><OptionList><Id><![CDATA[1]]></Id></OptionList><OptionList><Id><![CDATA[2]]></Id></OptionList></SelectList>' +
        '<SelectList><QuestionKey><![CDATA[b]]></QuestionKey></SelectList><CheckBox><Mode>1</Mode></CheckBox><ReplaceText><![CDATA[已提交]]></ReplaceText></TemplateCard></xml>',
    );
  });
});

describe.skipIf(!HAS_VECTORS)('the vectors of app callbacks', () => {
  it.each([
    'official-docs-app-text-xml',
    'weworkapi-python-app-xml',
    'go-workwx-app-text-xml',
    'gen-app-text-xml',
    'gen-app-template-card-event-xml',
  ])('%s is opened and named', (name) => {
    const { token, encodingAESKey: aesKey, receiveid, timestamp, nonce, msg_signature, encrypt } = getVector(name);
    const query = `msg_signature=${msg_signature}&timestamp=${timestamp}&nonce=${nonce}`;
    const now = new Date(Number(timestamp) * 1000);
    const opened = openCallback({ credentials: { token, aesKey, receiveid }, query, encrypt, now });
    expect(opened).toMatchObject({ ok: true });
    const message = readAppMessage(opened.ok ? opened.plaintext : '');
    expect(message).toMatchObject({ inbound: { channel: 'app', chatType: 'single' } });
  });
});
