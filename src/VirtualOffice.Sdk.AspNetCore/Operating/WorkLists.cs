using System.Collections.Concurrent;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>What waits for a person, company by company: read when something may have changed it, and once for all the desks that show it. Safe for concurrent use.</summary>
internal sealed class WorkLists(IVirtualOffice office, OfficeRuntime runtime)
{
    private readonly ConcurrentDictionary<CompanyId, WorkList> _lists = new();
    private readonly ConcurrentDictionary<CompanyId, bool> _touched = new();

    /// <summary>The work of these companies, the oldest first.</summary>
    public async Task<DeskWorkView> ReadAsync(IEnumerable<CompanyId> companies, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(companies.Select(company => Of(company).ReadAsync(cancellationToken))).ConfigureAwait(false);
        return new DeskWorkView([.. lists.SelectMany(l => l.Deliveries).OrderBy(d => d.SavedAt)], [.. lists.SelectMany(l => l.Callbacks).OrderBy(c => c.CalledAt)]);
    }

    /// <summary>Something happened that may have changed a company's work.</summary>
    public void Touch(CompanyId company)
    {
        Of(company).Touch();
        _touched[company] = true;
    }

    /// <summary>Something happened that may have changed anybody's work.</summary>
    public void TouchAll()
    {
        foreach (var company in _lists.Keys)
        {
            Touch(company);
        }
    }

    /// <summary>Whether a list that was touched is another now. One asks at a time; what could not be read is asked for again.</summary>
    public async Task<bool> HaveChangedAsync(CancellationToken cancellationToken)
    {
        var haveChanged = false;
        foreach (var company in _touched.Keys.Where(company => _touched.TryRemove(company, out _)))
        {
            try
            {
                haveChanged |= await Of(company).HasChangedAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // The desks that show it hear of it with their own requests.
                _touched[company] = true;
                break;
            }
        }

        return haveChanged;
    }

    private WorkList Of(CompanyId company) => _lists.GetOrAdd(company, id => new WorkList(id, office, runtime.Clock));
}
