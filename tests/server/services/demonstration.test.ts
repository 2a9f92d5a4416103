/** What a demonstration puts into slots, and how it says where it stopped. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInspector } from '#server/files/index.ts';
import { sampleFile } from '#server/seed/sample-file.ts';
import { step } from '#server/seed/stage.ts';
import { Failure } from '#server/services/ground/index.ts';

describe('a sample file', () => {
  it.each([
    [['application/pdf'], 'application/pdf'],
    [['image/jpeg'], 'image/jpeg'],
    [['image/png'], 'image/png'],
    [['image/jpeg', 'application/pdf'], 'image/jpeg'],
  ])('for a slot that accepts %j is one', async (accept, mediaType) => {
    const { name, content } = sampleFile(accept);
    const folder = await mkdtemp(join(tmpdir(), 'shenbao-sample-'));
    await writeFile(join(folder, name), content);
    const inspector = openInspector();
    const inspection = await inspector.inspect(join(folder, name));
    expect(inspection).toMatchObject({ mediaType, problems: [] });
    await inspector.close();
    await rm(folder, { recursive: true });
    expect(mediaType).toContain(name.split('.')[1]?.replace('jpg', 'jpeg'));
  });

  it('is not made up for a type that there is none of', () => {
    expect(() => sampleFile(['text/plain'])).toThrow('no sample file of text/plain');
  });
});

describe('a step that is refused', () => {
  const sentenceFor = ({ code }: Failure) => `Sentence of ${code}`;

  it('is named with the steps around it and the sentence of the refusal', async () => {
    const refused = () => {
      throw new Failure('unsupported', 'file-type');
    };
    const inner = () => step({ sentenceFor }, 'file in the slot costs/r1/proof', refused);
    await expect(step({ sentenceFor }, 'application of pupil-1 (case complete)', inner)).rejects.toThrow(
      'The demonstration stopped: application of pupil-1 (case complete), file in the slot costs/r1/proof: Sentence of file-type',
    );
  });

  it('says what is missing in the answers', async () => {
    const problems = [
      { place: 'Costs', message: 'Give the sum', severity: 'block' },
      { place: 'Plan', message: 'Rather long', severity: 'warn' },
    ] as never;
    const refused = () => {
      throw new Failure('invalid', 'problems', { problems });
    };
    await expect(step({ sentenceFor }, 'event SUBMIT by applicant', refused)).rejects.toThrow(
      'event SUBMIT by applicant: Sentence of problems; Costs Give the sum',
    );
  });
});
