namespace VirtualOffice.Sdk.Stores;

/// <summary>Remembers how far sources outside the office have been read. Safe for concurrent use.</summary>
public interface IBookmarkStore
{
    /// <summary>The bookmark kept under a name; null when there is none.</summary>
    Task<string?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>Keeps a bookmark in place of the last one of this name; durable when the task completes.</summary>
    Task SaveAsync(string name, string bookmark, CancellationToken cancellationToken);
}
