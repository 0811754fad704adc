package dev.byline.network;

import java.util.List;
import java.util.Optional;

/**
 * A network of servers that speak Mastodon's interface and have its grammar, but reckon otherwise: links and mentions
 * count as they are written. No page of them for a ready text is documented.
 *
 * @param fediverse how handles are written there
 * @param back what to do for a profile to link back
 * @param usual what a post may be on a server that nobody changed
 * @param told what the account's server allows
 */
record FediverseNetwork(String id, String displayName, Fediverse fediverse, String back, Rules usual, Allowance told)
        implements PostNetwork {

    FediverseNetwork(String id, String displayName, Fediverse fediverse, String back, Rules usual) {
        this(id, displayName, fediverse, back, usual, Allowance.USUAL);
    }

    @Override
    public Optional<String> linkingBack() {
        return Optional.of(back);
    }

    @Override
    public Reading read(String written) {
        return fediverse.read(written);
    }

    @Override
    public Rules rules() {
        return usual.as(told);
    }

    @Override
    public Optional<PostNetwork> allowing(Allowance allowance) {
        return Optional.of(new FediverseNetwork(id, displayName, fediverse, back, usual, allowance));
    }

    @Override
    public Optional<String> toldBy(String handle) {
        return Optional.of(Fediverse.host(handle));
    }

    @Override
    public Optional<String> hashtag(String term) {
        return fediverse.hashtag(term);
    }

    @Override
    public List<Facet> facets(String text) {
        return fediverse.facets(text);
    }
}
