package org.safercommunities.portal.shared;

/**
 * What somebody entered cannot be taken as it is. The message says what to do, in a sentence without a full stop; the field
 * says where. Each module has its own, so that a page catches what it asked for.
 */
public abstract class InvalidInput extends RuntimeException {

    private final String field;

    protected InvalidInput(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
