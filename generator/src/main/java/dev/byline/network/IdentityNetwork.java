package dev.byline.network;

/** A network that is only an identity: a profile is linked to, nothing is posted there. */
public non-sealed interface IdentityNetwork extends Network {}
