package io.confnotes.summary.analyse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; The broker keeps every record until it has been read by all of them
          en; Why do we need a log? Because the database is not enough for this
          de; Der Dienst liest die Einträge und schreibt sie in eine Datenbank, die nicht ausfällt
          fr; Le service lit les messages et les écrit dans une base qui ne tombe pas en panne
          es; El servicio lee los mensajes y los escribe en una base de datos que no se cae
          it; Il servizio legge i messaggi e li scrive in una base di dati che non si ferma
          pt; O serviço lê as mensagens e não para quando uma delas está errada, como foi dito
          nl; De dienst leest het bericht en schrijft het naar een database die niet uitvalt
          sv; Tjänsten läser och skriver det som inte har kommit till en databas för att vara säker
          ru; Сервис читает сообщения и пишет их в базу, которая не падает
          ja; サービスはメッセージを読み、データベースに書き込みます
          zh; 服务读取消息并将其写入数据库
          ko; 서비스는 메시지를 읽고 데이터베이스에 씁니다
          el; Η υπηρεσία διαβάζει τα μηνύματα
          he; השירות קורא את ההודעות
          ar; تقرأ الخدمة الرسائل
          th; บริการอ่านข้อความ
          und; Kafka PostgreSQL Kubernetes Debian
          und; 42 17 !!
          """)
  void shouldDetectTheLanguage(String expected, String text) {
    // When
    String language = Languages.of(List.of(text)).code();

    // Then
    assertThat(language).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"kafka streams,und", "'',und"})
  void shouldNotGuessFromTooLittle(String text, String expected) {
    // When
    String language = Languages.of(List.of(text)).code();

    // Then
    assertThat(language).isEqualTo(expected);
  }
}
