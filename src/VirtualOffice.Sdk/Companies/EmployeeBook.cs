using System.Collections.Concurrent;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Companies;

/// <summary>Who of the companies' people can be reached: what their documents say, and what was set while the office runs.</summary>
internal sealed class EmployeeBook(CompanyDirectory companies, OfficeRuntime runtime, OfficeEvents events) : IEmployees
{
    private const int MaxText = 100;

    private static readonly TimeSpan LongestSearch = TimeSpan.FromDays(400);

    private readonly ConcurrentDictionary<AbsenceId, KeptAbsence> _kept = new();
    private IAbsenceStore? _store;

    /// <summary>Reads what earlier runs have kept, and lets go of what is over.</summary>
    public async Task LoadAsync(IAbsenceStore store, CancellationToken cancellationToken)
    {
        _store = store;
        foreach (var kept in await store.ReadOpenAsync(TenantScope.Office, cancellationToken))
        {
            if (IsOver(kept))
            {
                await store.SaveAsync(kept with { EndedAt = runtime.Clock.GetUtcNow() }, cancellationToken);
            }
            else
            {
                _kept[kept.Id] = kept;
            }
        }
    }

    /// <summary>Whether an employee takes calls, by the definition that a call was taken with and what counts now.</summary>
    public EmployeeAvailability Decide(CompanyDefinition company, Employee employee, DateTimeOffset at) => AbsenceRules.Decide(company, employee, AbsencesOf(company), at);

    public EmployeeAvailability? Find(CompanyId company, EmployeeId employee, DateTimeOffset? at = null) =>
        companies.Find(company) is { } definition && definition.FindEmployee(employee) is { } found ? Decide(definition, found, At(at)) : null;

    public IReadOnlyList<EmployeeAvailability> List(CompanyId company, DateTimeOffset? at = null) => companies.Find(company) is { } definition
        ? [.. definition.Employees.Select(e => Decide(definition, e, At(at)))]
        : [];

    public IReadOnlyList<KeptAbsence> ListAbsences(CompanyId company) => [.. _kept.Values.Where(k => k.Company == company && !IsOver(k)).OrderBy(k => k.Id)];

    public async Task<KeptAbsence> SetAbsenceAsync(CompanyId company, Absence absence, string? by = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(absence);
        var definition = companies.Find(company) ?? throw new KeyNotFoundException($"There is no company '{company}'.");
        Check(definition, absence, by);
        var local = absence with { From = Unspecified(absence.From), Until = Unspecified(absence.Until) };
        var kept = new KeptAbsence(new AbsenceId(runtime.Ids.NewId()), company, local, runtime.Clock.GetUtcNow(), by);
        await Store.SaveAsync(kept, cancellationToken);
        _kept[kept.Id] = kept;
        events.Publish(new EmployeeChanged(company, absence.Employee));
        return kept;
    }

    public async Task<bool> EndAbsenceAsync(CompanyId company, AbsenceId absence, CancellationToken cancellationToken = default)
    {
        if (!_kept.TryGetValue(absence, out var kept) || kept.Company != company)
        {
            return false;
        }

        await Store.SaveAsync(kept with { EndedAt = runtime.Clock.GetUtcNow() }, cancellationToken);
        if (!_kept.TryRemove(absence, out _))
        {
            return false;
        }

        events.Publish(new EmployeeChanged(company, kept.Absence.Employee));
        return true;
    }

    public OnCallDecision? WhoIsOnCall(CompanyId company, OnCallListId list, DateTimeOffset? at = null) =>
        companies.Find(company) is { } definition && definition.FindOnCallList(list) is { } found ? OnCallRules.Decide(definition, found, At(at)) : null;

    public IReadOnlyList<OnCallGap> FindGaps(CompanyId company, DateTimeOffset from, TimeSpan time)
    {
        if (time < TimeSpan.Zero || time > LongestSearch)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, $"Allowed is 0 to {LongestSearch.Days} days.");
        }

        return companies.Find(company) is { } definition
            ? [.. definition.OnCallLists.SelectMany(l => OnCallRules.GapsOf(definition, l, from, from + time)).OrderBy(g => g.From)]
            : [];
    }

    private IAbsenceStore Store => _store ?? throw new VirtualOfficeException("The office is not started yet; call StartAsync first.");

    // Whatever kind a host's times have, they are the company's.
    private static DateTime? Unspecified(DateTime? time) => time is { } t ? DateTime.SpecifyKind(t, DateTimeKind.Unspecified) : null;

    private DateTimeOffset At(DateTimeOffset? at) => at ?? runtime.Clock.GetUtcNow();

    private IReadOnlyList<Absence> AbsencesOf(CompanyDefinition company) => _kept.IsEmpty
        ? company.Absences
        : [.. company.Absences, .. _kept.Values.Where(k => k.Company == company.Id).OrderBy(k => k.Id).Select(k => k.Absence)];

    private bool IsOver(KeptAbsence kept) =>
        companies.Find(kept.Company) is { } company && AbsenceRules.EndOf(company, kept.Absence) is { } end && end <= runtime.Clock.GetUtcNow();

    private void Check(CompanyDefinition company, Absence absence, string? by)
    {
        if (company.FindEmployee(absence.Employee) is null)
        {
            throw new KeyNotFoundException($"Company '{company.Id}' has no employee '{absence.Employee}'; it has {string.Join(", ", company.Employees.Select(e => e.Id.Value))}.");
        }

        var problem = absence switch
        {
            { StandIn: { } other } when other == absence.Employee => $"'{other}' cannot stand in for themselves.",
            { StandIn: { } other } when company.FindEmployee(other) is null => $"'{other}' cannot stand in: company '{company.Id}' has no such employee.",
            { From: { } from, Until: { } until } when until <= from => $"An absence from {from:yyyy-MM-dd HH:mm} cannot end at {until:yyyy-MM-dd HH:mm}.",
            _ when AbsenceRules.EndOf(company, absence) is { } end && end <= runtime.Clock.GetUtcNow() => $"The absence is over: it ends at {absence.Until:yyyy-MM-dd HH:mm} in the company's time.",
            { Note.Length: > MaxText } => $"A note has at most {MaxText} characters; this one has {absence.Note.Length}.",
            { Reason: AbsenceReason.Other, Note: null } => "An absence for another reason needs a note that says which.",
            _ when !Enum.IsDefined(absence.Reason) => $"{absence.Reason} is not a reason; allowed are {string.Join(", ", Enum.GetNames<AbsenceReason>())}.",
            _ when by?.Length > MaxText => $"Who sets it has at most {MaxText} characters.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(absence));
        }
    }
}
