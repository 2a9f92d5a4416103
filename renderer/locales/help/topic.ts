/** What one screen is explained by: a few headed paragraphs. */
export type TopicText = { title: string; parts: { title: string; text: string[] }[] };
