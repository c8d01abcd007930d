package org.safercommunities.portal.devtime;

import java.util.List;

/** The accounts of the demonstration realms, as told to whoever starts it. */
final class DemoAccounts {

    static final String PASSWORD = "Demo-2026!";

    private record Account(String email, String agency, String signsInWith, String role) {}

    private static final List<Account> ACCOUNTS = List.of(
            new Account("editor@kcst.example", "Kent Community Safety Team", "portal account", "KCST editor"),
            new Account("reviewer@kcst.example", "Kent Community Safety Team", "portal account", "KCST editor"),
            new Account("admin@kcst.example", "Kent Community Safety Team", "portal account", "administrator"),
            new Account(
                    "coordinator@thanet.example", "Thanet District Council", "portal account", "agency coordinator"),
            new Account("practitioner@dover.example", "Dover District Council", "portal account", "practitioner"),
            new Account("practitioner@swale.example", "Swale Borough Council", "portal account", "practitioner"),
            new Account("officer@kentpolice.example", "Kent Police", "its own provider", "practitioner"),
            new Account("warden@kcc.example", "Kent County Council", "its own provider", "practitioner"),
            new Account("board@kfrs.example", "Kent Fire and Rescue Service", "its own provider", "board member"));

    private DemoAccounts() {}

    /** One account per line, in columns. */
    static List<String> table() {
        return ACCOUNTS.stream()
                .map(account -> "  %-28s %-30s %-18s %s"
                        .formatted(account.email(), account.agency(), account.signsInWith(), account.role()))
                .toList();
    }
}
