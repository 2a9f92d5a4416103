import { type ReactNode, useMemo } from 'react';
import { compileEdition, inLanguage, interpretedValidators } from '#core/compile/index.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import { type EditionView, useEditionSource } from '#renderer/api/index.ts';
import { Failed, Loading } from '#renderer/frame/index.ts';

type Draw = (edition: CompiledEdition) => ReactNode;
type Props = {
  hash: string;
  category: string;
  /** Drawn until it is there. */
  waiting?: ReactNode;
  children: Draw;
};

/** Fetches as much of an edition as one category needs, compiles it once, and draws with it. */
export function WithEdition({ hash, category, waiting = <Loading />, children }: Props) {
  const source = useEditionSource(hash, category);
  if (source.isPending) return waiting;
  if (source.isError) return <Failed error={source.error} retry={() => source.refetch()} />;
  return <Compiled source={source.data}>{children}</Compiled>;
}

type CompiledProps = { source: EditionView; children: Draw };

function Compiled({ source, children }: CompiledProps) {
  const edition = useMemo(
    () =>
      inLanguage(
        compileEdition(source.definition, {
          hash: source.hash,
          validators: interpretedValidators(),
        }),
        source.language,
      ),
    [source],
  );
  return children(edition);
}
