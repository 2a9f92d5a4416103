import { useEffect, useState } from 'react';
import { idFrom } from './model/ids.ts';

/** The id that a title would have among those that are taken; empty while it is being made. */
export function useIdFrom(title: string, taken: readonly string[], fallback: string): string {
  const [made, setMade] = useState({ title: '', id: '' });
  const known = JSON.stringify(taken);
  useEffect(() => {
    let isLate = false;
    void idFrom(title, new Set(JSON.parse(known) as string[]), fallback).then((id) => {
      if (!isLate) setMade({ title, id });
    });
    return () => {
      isLate = true;
    };
  }, [title, known, fallback]);
  return made.title === title ? made.id : '';
}
