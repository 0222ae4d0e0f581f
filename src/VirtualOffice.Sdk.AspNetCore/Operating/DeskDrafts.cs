using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What operators have typed of calls that are up, so that a reload, a crash of the browser or another tab loses none of it.</summary>
internal sealed class DeskDrafts
{
    public const int MaxFields = 50;
    public const int MaxName = 60;
    public const int MaxValue = 10_000;

    // The oldest go first; an office has hundreds of calls at a time.
    private const int Kept = 5_000;

    private readonly ConcurrentDictionary<CallId, IReadOnlyDictionary<string, string>> _drafts = new();

    public IReadOnlyDictionary<string, string> Of(CallId call) => _drafts.GetValueOrDefault(call) ?? ReadOnlyDictionary<string, string>.Empty;

    public void Save(CallId call, IReadOnlyDictionary<string, string> fields)
    {
        _drafts[call] = fields;
        if (_drafts.Count > Kept && _drafts.Keys.Order().FirstOrDefault() is var oldest && oldest != call)
        {
            _drafts.TryRemove(oldest, out _);
        }
    }
}
