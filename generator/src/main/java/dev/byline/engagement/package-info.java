/** What telling people has brought: who was heard, where, and how soon readers got an answer. For the company, not for readers. */
package dev.byline.engagement;
