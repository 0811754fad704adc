package dev.byline.lint;

import dev.byline.site.Account;
import dev.byline.site.Author;
import java.util.List;

/**
 * What a post is judged beside.
 *
 * @param words of the post's language
 * @param people all authors of the site
 * @param accounts all accounts of the site, the company's and the authors'
 * @param samePiece all posts about the same piece, this one included, in the order of the desk
 * @param sameAccount all posts of the same account on the same network, this one included, in the order of their times
 */
record Surroundings(
        Lexicon words, List<Author> people, List<Account> accounts, List<Post> samePiece, List<Post> sameAccount) {}
