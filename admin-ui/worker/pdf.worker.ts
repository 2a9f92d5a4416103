/** Reads PDFs off the main thread: the library answers by itself whoever opens the thread. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
