package org.safercommunities.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rules of all modules together: what the notice, the record of processing and the daily run are made of. */
@Component
class PrivacyRegister {

    private final ObjectProvider<PrivacyRules> modules;

    PrivacyRegister(ObjectProvider<PrivacyRules> modules) {
        this.modules = modules;
    }

    List<PersonalRule> rules() {
        return modules.orderedStream()
                .flatMap(module -> module.rules().stream())
                .toList();
    }

    /** The rules by the heading that they stand under. */
    Map<String, List<PersonalRule>> areas() {
        Map<String, List<PersonalRule>> areas = new LinkedHashMap<>();
        modules.orderedStream()
                .filter(module -> !module.rules().isEmpty())
                .forEach(module -> areas.computeIfAbsent(module.area(), none -> new ArrayList<>())
                        .addAll(module.rules()));
        return areas;
    }

    List<Nobodys> nobodys() {
        return modules.orderedStream()
                .flatMap(module -> module.nobodys().stream())
                .sorted(Comparator.comparing(each -> each.columns().table()))
                .toList();
    }
}
