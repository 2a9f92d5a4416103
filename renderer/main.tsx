import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askAhead, createQueryClient } from '#renderer/api/index.ts';
import { App } from './App.tsx';
import '#renderer/frame/frame.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root to draw into');

const client = createQueryClient();
askAhead(client, window.location.pathname);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
