namespace VirtualOffice.Sdk.Stores;

/// <summary>Bookmarks in memory.</summary>
internal sealed class InMemoryBookmarkStore : IBookmarkStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _bookmarks = new(StringComparer.Ordinal);

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_bookmarks.GetValueOrDefault(name));
        }
    }

    public Task SaveAsync(string name, string bookmark, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _bookmarks[name] = bookmark;
        }

        return Task.CompletedTask;
    }
}
