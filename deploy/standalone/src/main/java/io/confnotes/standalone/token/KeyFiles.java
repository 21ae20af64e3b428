package io.confnotes.standalone.token;

import io.confnotes.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A key pair for signing tokens, in two files: the private key as a JWK for its owner only, the
 * public one as a JWKS, which services are given.
 */
final class KeyFiles {
  static final String PRIVATE = "private-key.json";
  static final String PUBLIC = "public-keys.json";

  private KeyFiles() {}

  /**
   * Makes a key pair.
   *
   * @throws Refusal if there is one in the folder, or it cannot be written
   */
  static void create(Path folder) {
    try {
      PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
      Files.createDirectories(folder);
      Path file = folder.resolve(PRIVATE);
      if (Files.exists(file)) {
        throw new Refusal(file + " is there already: choose another folder");
      }
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE) + "\n");
      Files.writeString(folder.resolve(PUBLIC), new JsonWebKeySet(key).toJson() + "\n");
    } catch (IOException | JoseException e) {
      throw new Refusal("Can't make a key in " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a private key.
   *
   * @throws Refusal if there is none in the file
   */
  static PublicJsonWebKey read(Path file) {
    try {
      PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
      if (key.getPrivateKey() == null) {
        throw new Refusal(file + " has a public key only: name the file " + PRIVATE);
      }
      return key;
    } catch (IOException | JoseException e) {
      throw new Refusal(
          "Can't read a key from " + file + ": make one with confnotes new-key FOLDER", e);
    }
  }
}
