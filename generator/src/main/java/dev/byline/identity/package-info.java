/**
 * What a person takes with them of an author: a contact for the address book, a code for a phone's camera, an answer to
 * who asks for the person by name.
 */
package dev.byline.identity;
