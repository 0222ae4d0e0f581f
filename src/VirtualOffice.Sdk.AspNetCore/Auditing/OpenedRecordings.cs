using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Auditing;

/// <summary>Who has opened which recordings of late: a player asks for a file in parts, and anew for every jump, which is one act.</summary>
internal sealed class OpenedRecordings(OfficeRuntime runtime)
{
    /// <summary>How long opening it again is the same act.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int Kept = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string By, string? Address, CallId Call, string? Message), long> _opened = [];

    public bool Contains(string by, string? address, CallId call, string? message)
    {
        lock (_gate)
        {
            return _opened.TryGetValue((by, address, call, message), out var at) && runtime.Clock.GetElapsedTime(at) < Window;
        }
    }

    public void Add(string by, string? address, CallId call, string? message)
    {
        lock (_gate)
        {
            if (_opened.Count >= Kept)
            {
                // What is forgotten is written down once more, which harms nobody.
                _opened.Clear();
            }

            _opened[(by, address, call, message)] = runtime.Clock.GetTimestamp();
        }
    }
}
