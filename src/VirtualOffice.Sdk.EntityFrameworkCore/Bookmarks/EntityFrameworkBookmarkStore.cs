using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Bookmarks in a database.</summary>
internal sealed class EntityFrameworkBookmarkStore(OfficeDatabase database, StoreWriter writer) : IBookmarkStore
{
    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        context => context.Bookmarks.Where(b => b.Name == name).Select(b => b.Value).FirstOrDefaultAsync(cancellationToken),
        cancellationToken);

    public Task SaveAsync(string name, string bookmark, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(bookmark);
        return writer.WriteAsync(new SaveBookmarkWrite(name, bookmark), cancellationToken);
    }
}
