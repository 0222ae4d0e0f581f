using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Keeps the rows of questions as the journal says: one for each question of a call, as it was noted last.</summary>
internal static class QuestionView
{
    private const string Upsert = """
        INSERT INTO "Questions" ("CallId", "Key", "Company", "Faq", "Text", "IsAnswered", "At")
        VALUES (@p0, @p1, (SELECT "Company" FROM "Calls" WHERE "Id" = @p0), @p2, @p3, @p4, @p5)
        ON CONFLICT ("CallId", "Key") DO UPDATE SET "Faq" = excluded."Faq", "Text" = excluded."Text", "IsAnswered" = excluded."IsAnswered", "At" = excluded."At"
        """;

    /// <summary>What follows from one event of a call whose own row is written already.</summary>
    public static StoreStatement? Follow(string call, CallEvent callEvent) => callEvent is QuestionAsked { Question: var question } asked
        ? new StoreStatement(Upsert, call, question.Key, question.Faq, question.Text, question.IsAnswered, asked.At.UtcTicks)
        : null;
}
