package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import java.util.Arrays;

/** A sentence with links or other components in it. */
public final class Words {

    private Words() {}

    /** @param parts strings and components, in order */
    public static Component[] of(Object... parts) {
        return Arrays.stream(parts)
                .map(part -> part instanceof Component component ? component : new Text(String.valueOf(part)))
                .toArray(Component[]::new);
    }
}
