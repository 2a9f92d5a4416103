import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** What the full form is compared with: one React input on an empty page. */
function Bare() {
  const [text, setText] = useState('');
  return <input id="/person/field0" value={text} onChange={(event) => setText(event.target.value)} />;
}

const root = document.getElementById('root');
if (!root) throw new Error('bare.html has no element #root');
createRoot(root).render(<Bare />);
