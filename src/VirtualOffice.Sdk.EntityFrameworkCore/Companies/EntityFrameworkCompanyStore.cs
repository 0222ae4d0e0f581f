using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Versions of companies in a database.</summary>
internal sealed partial class EntityFrameworkCompanyStore(OfficeDatabase database, StoreWriter writer, ILogger<EntityFrameworkCompanyStore> logger) : ICompanyStore
{
    public Task PublishAsync(CompanyDefinition definition, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return writer.WriteAsync(new PublishWrite(definition, at), cancellationToken);
    }

    public Task<bool> TryPublishAsync(CompanyDefinition definition, string? basedOn, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return writer.WriteAsync(new PublishWrite(definition, at, isConditional: true, basedOn), cancellationToken);
    }

    public async Task<CompanyDefinition?> ReadAsync(CompanyId company, string version, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            context => context.CompanyVersions.FirstOrDefaultAsync(v => v.Company == company.Value && v.Version == version, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        try
        {
            return row is null ? null : OfficeJson.ReadCompany(row.Json);
        }
        catch (JsonException e)
        {
            throw new StoreUnavailableException($"Version '{version}' of company '{company}' cannot be read: it is not valid or comes from a newer version.", e);
        }
    }

    public async Task<IReadOnlyList<CompanyDefinition>> ReadInForceAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            context => context.Companies
                .Join(context.CompanyVersions, c => new { c.Company, c.Version }, v => new { v.Company, v.Version }, (_, v) => v)
                .OrderBy(v => v.Company)
                .ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(Read).OfType<CompanyDefinition>()];
    }

    public async Task<IReadOnlyList<CompanyPublication>> ListPublicationsAsync(CompanyId company, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var rows = await database.ReadAsync(
            context => context.CompanyPublications.Where(p => p.Company == company.Value).OrderByDescending(p => p.Number).Take(limit).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(p => new CompanyPublication(p.Version, new DateTimeOffset(p.At, TimeSpan.Zero)))];
    }

    public Task<bool> TrySaveDraftAsync(CompanyDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return writer.WriteAsync(new SaveDraftWrite(draft), cancellationToken);
    }

    public async Task<CompanyDraft?> ReadDraftAsync(CompanyId company, DraftId draft, CancellationToken cancellationToken)
    {
        var id = draft.ToString();
        var row = await database.ReadAsync(
            context => context.CompanyDrafts.FirstOrDefaultAsync(d => d.Id == id && d.Company == company.Value, cancellationToken), cancellationToken).ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<CompanyDraft>> ListDraftsAsync(CompanyId company, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            context => context.CompanyDrafts.Where(d => d.Company == company.Value).OrderBy(d => d.Id).ToListAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    public Task<bool> DiscardDraftAsync(CompanyId company, DraftId draft, int? revision, CancellationToken cancellationToken) =>
        writer.WriteAsync(new DiscardDraftWrite(company, draft, revision), cancellationToken);

    private static CompanyDraft Read(CompanyDraftRow row)
    {
        try
        {
            return OfficeJson.ReadDraft(row.Content);
        }
        catch (JsonException e)
        {
            throw new StoreUnavailableException($"The draft {row.Id} of company '{row.Company}' cannot be read: it is not valid or comes from a newer version.", e);
        }
    }

    /// <summary>A company that cannot be read is left out, loudly: it must not stop the others.</summary>
    private CompanyDefinition? Read(CompanyVersionRow row)
    {
        try
        {
            return OfficeJson.ReadCompany(row.Json);
        }
        catch (JsonException e)
        {
            LogUnreadable(logger, row.Company, row.Version, e);
            return null;
        }
    }

    [LoggerMessage(4040, LogLevel.Critical, "Company {Company} is left out: its version {Version} cannot be read. A person must look")]
    private static partial void LogUnreadable(ILogger logger, string company, string version, Exception exception);
}
