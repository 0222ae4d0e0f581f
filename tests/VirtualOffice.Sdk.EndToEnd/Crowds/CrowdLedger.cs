namespace VirtualOffice.Sdk.EndToEnd.Crowds;

/// <summary>The test's own books: who called, and which messages the host said were saved.</summary>
internal sealed class CrowdLedger
{
    private readonly List<string> _callers = [];
    private readonly List<string> _messages = [];
    private readonly Lock _gate = new();

    public IReadOnlyList<string> Callers
    {
        get
        {
            lock (_gate)
                return [.. _callers];
        }
    }

    /// <summary>The texts of messages that were acknowledged; each is unlike any other.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    public void Called(string number)
    {
        lock (_gate)
            _callers.Add(number);
    }

    public void Saved(string text)
    {
        lock (_gate)
            _messages.Add(text);
    }
}
