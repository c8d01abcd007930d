package org.safercommunities.portal.shared.privacy;

import java.util.List;

/**
 * What a module holds on people. Modules contribute these as beans; together they have to name every column of the database, or the
 * build fails.
 */
public interface PrivacyRules {

    /** The heading that its rules stand under in the notice; several modules may share one. */
    String area();

    List<PersonalRule> rules();

    /** Columns of the module’s tables that hold nothing on people. */
    List<Nobodys> nobodys();
}
