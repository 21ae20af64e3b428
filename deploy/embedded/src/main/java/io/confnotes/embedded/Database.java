package io.confnotes.embedded;

/**
 * A database and the two roles that use it.
 *
 * @param url JDBC address, without user and password
 * @param owner the role that owns the database
 * @param reader the role that has no right in it yet
 */
public record Database(
    String url, String owner, String ownerPassword, String reader, String readerPassword) {}
