using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>The inbox in a database; the journal's appends fill it.</summary>
internal sealed class EntityFrameworkCommandInbox(OfficeDatabase database) : ICommandInbox
{
    public async Task<ProcessedCommand?> FindAsync(CommandId command, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            context => context.Commands.FirstOrDefaultAsync(c => c.Id == command.Value, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return row is null
            ? null
            : new ProcessedCommand(CommandId.Parse(row.Id), CallId.Parse(row.CallId), row.Fingerprint, row.Answer, new DateTimeOffset(row.At, TimeSpan.Zero));
    }
}
