using Microsoft.Extensions.Logging;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Brings the database up to date, and checks that it is.</summary>
internal sealed class OfficeMigrator(StoreWriter writer, ILogger<OfficeMigrator> logger)
{
    private volatile bool _isFilled;

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await writer.WriteAsync(new MigrateWrite(logger), cancellationToken).ConfigureAwait(false);
        await FillAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await writer.WriteAsync(new CheckWrite(), cancellationToken).ConfigureAwait(false);
        if (!_isFilled)
        {
            // A host of an older version may have gone on writing since the database was migrated.
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        for (var last = ""; last is not null;)
        {
            last = await writer.WriteAsync(new FillWrite(last, logger), cancellationToken).ConfigureAwait(false);
        }

        _isFilled = true;
    }
}
