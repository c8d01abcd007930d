package org.safercommunities.portal.library;

import java.util.Map;
import java.util.Set;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.AccessWorld.Somebody;
import org.safercommunities.portal.library.AccessWorld.Something;

/** The access rule said once more, plainly and without tokens or SQL, to hold the real one against. */
final class AccessOracle {

    private final Map<String, String> successor;
    private final Set<String> signed;
    private final Set<AccessWorld.Pair> emergencies;

    /**
     * @param signed the agencies that have signed the Information Sharing Agreement
     * @param emergencies what somebody has opened in an emergency that lasts
     */
    AccessOracle(Map<String, String> successor, Set<String> signed, Set<AccessWorld.Pair> emergencies) {
        this.successor = successor;
        this.signed = signed;
        this.emergencies = emergencies;
    }

    /** Whether they open it by its address although it is not theirs: an administrator, in an emergency that lasts. */
    boolean mayOpenInEmergency(Somebody person, Something document) {
        return !maySee(person, document)
                && person.roles().contains(Role.ADMINISTRATOR)
                && emergencies.contains(new AccessWorld.Pair(person.id(), document.id()))
                && document.state() == DocumentState.PUBLISHED
                && document.inItsTime()
                && !unsigned(person, document);
    }

    boolean maySee(Somebody person, Something document) {
        if (unsigned(person, document)) {
            return false;
        }
        boolean editor = person.roles().contains(Role.EDITOR);
        return switch (document.state()) {
            case REMOVED, DISPOSED -> false;
            case DRAFT -> editor && (document.author().equals(person.id()) || reached(person, document));
            case PUBLISHED -> reached(person, document) && (editor || document.inItsTime());
            case WITHDRAWN -> reached(person, document) && editor;
        };
    }

    /** Whether its place tells them that it was withdrawn or has expired. */
    boolean mayKnowThatItIsGone(Somebody person, Something document) {
        return (document.state() == DocumentState.WITHDRAWN
                        || document.state() == DocumentState.PUBLISHED && document.expired())
                && reached(person, document)
                && !unsigned(person, document);
    }

    /** Whether its place tells them that nothing but their agency's signature is missing. */
    boolean mayKnowThatItIsUnsigned(Somebody person, Something document) {
        return unsigned(person, document)
                && document.state() == DocumentState.PUBLISHED
                && document.inItsTime()
                && reached(person, document);
    }

    private boolean unsigned(Somebody person, Something document) {
        return document.sensitive() && !signed.contains(person.agency());
    }

    private boolean reached(Somebody person, Something document) {
        var audience = document.audience();
        if (audience.everyone() || audience.people().contains(person.id())) {
            return true;
        }
        for (String agency : audience.agencies()) {
            if (successor.getOrDefault(agency, agency).equals(person.agency())) {
                return true;
            }
        }
        for (String group : audience.groups()) {
            if (person.groups().contains(group)) {
                return true;
            }
        }
        return person.roles().contains(Role.EDITOR) && audience.groups().isEmpty();
    }
}
