namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>A panel of the host's own beside the company's card: a title, and rows that are read for the call. It is data and no markup, so that it works under the desk's content policy.</summary>
public sealed class DeskPanel
{
    private const int MaxId = 40;
    private const int MaxTitle = 40;

    /// <summary>Creates a panel.</summary>
    /// <param name="id">Its id: 1 to 40 ASCII letters, digits, <c>-</c> or <c>_</c>.</param>
    /// <param name="title">What its tab says: 1 to 40 characters.</param>
    /// <param name="read">Reads its rows for a call, when an operator opens it; no rows for nothing to show. Cancelled after 10 s, safe for concurrent use. Of more than 200 rows the first are shown.</param>
    /// <exception cref="ArgumentException">The id or the title is not valid.</exception>
    public DeskPanel(string id, string title, Func<DeskPanelContext, CancellationToken, Task<IReadOnlyList<DeskPanelRow>>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (id is not { Length: >= 1 and <= MaxId } || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException($"'{id}' is not a panel's id; allowed are 1 to {MaxId} ASCII letters, digits, '-' or '_'.", nameof(id));
        }

        if (string.IsNullOrWhiteSpace(title) || title.Length > MaxTitle)
        {
            throw new ArgumentException($"'{title}' is not a panel's title; allowed are 1 to {MaxTitle} characters.", nameof(title));
        }

        (Id, Title, ReadAsync) = (id, title, read);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>What its tab says.</summary>
    public string Title { get; }

    /// <summary>Reads its rows for a call.</summary>
    public Func<DeskPanelContext, CancellationToken, Task<IReadOnlyList<DeskPanelRow>>> ReadAsync { get; }
}
