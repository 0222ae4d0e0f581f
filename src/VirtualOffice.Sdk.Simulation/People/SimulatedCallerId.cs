namespace VirtualOffice.Sdk.Simulation;

/// <summary>Who a caller says they are.</summary>
/// <param name="Number">The number as it is signalled; null when withheld.</param>
/// <param name="Name">The display name; null when there is none.</param>
internal readonly record struct SimulatedCallerId(string? Number, string? Name)
{
    private static readonly string[] Names = ["Anna", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Galina", "Hugo", "Irina", "José"];

    // What networks and pranksters really send.
    private static readonly SimulatedCallerId[] Odd =
    [
        new(null, null),
        new("anonymous", "Anonymous"),
        new("", ""),
        new("alice@example.org", "Alice"),
        new("112", null),
        new("+7921555" + new string('0', 200), new string('x', 500)),
        new("+79215550000", "<script>alert(1)</script>"),
        new("+79215550001", "=HYPERLINK(\"http://example.org\")"),
        new("+79215550002", "\u202Egnp.exe\u0007 😀"),
        new("'; DROP TABLE calls; --", "Bobby"),
    ];

    public static SimulatedCallerId Draw(Chance chance, double odd) => chance.Happens(odd)
        ? chance.Pick(Odd)
        : new SimulatedCallerId($"+7921555{chance.Next(10_000):0000}", chance.Happens(0.5) ? chance.Pick(Names) : null);
}
