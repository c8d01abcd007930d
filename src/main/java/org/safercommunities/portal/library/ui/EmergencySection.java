package org.safercommunities.portal.library.ui;

import java.util.Optional;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.emergency.EmergencyAccess;
import org.safercommunities.portal.shared.AdminSection;
import org.springframework.stereotype.Component;

@Component
class EmergencySection implements AdminSection {

    private final EmergencyAccess emergencies;
    private final CurrentReader reader;

    EmergencySection(EmergencyAccess emergencies, CurrentReader reader) {
        this.emergencies = emergencies;
        this.reader = reader;
    }

    @Override
    public String title() {
        return "Emergency access";
    }

    @Override
    public String path() {
        return EmergencyView.PATH;
    }

    @Override
    public String description() {
        return "Open a document that is not for you when it cannot wait, and look at what others opened.";
    }

    @Override
    public Optional<String> badge() {
        int waiting = emergencies.toReview(reader.get());
        return waiting == 0 ? Optional.empty() : Optional.of(waiting + " to look at");
    }

    @Override
    public String icon() {
        return "lock";
    }

    @Override
    public int order() {
        return 850;
    }
}
