using System.Globalization;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Editing.Forms;

/// <summary>Fills a form with what a company's document says.</summary>
internal static class FormFiller
{
    private static readonly DayOfWeek[] s_week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static IReadOnlyList<DayOfWeek> Week => s_week;

    public static FormView Fill(CompanyDefinition company, IReadOnlyList<string> mergeFields) =>
        new(FormOf(company), [.. company.Employees.Select(e => new FormPerson(e.Id.Value, e.Name))], mergeFields);

    public static string HoursOf(WeeklyHours? hours, DayOfWeek day) =>
        FormText.Hours((hours?.Intervals ?? []).Where(i => i.Day == day).Select(i => new TimeInterval(i.From, i.To)));

    private static CompanyForm FormOf(CompanyDefinition company)
    {
        var card = company.Card;
        return new CompanyForm(card.About, card.Instructions, company.Hours is null, [.. s_week.Select(day => HoursOf(company.Hours, day))])
        {
            MessageText = new MessageTextField(company.MessageTemplate?.Subject, company.MessageTemplate?.Body),
            Exceptions = [.. company.HoursExceptions.Select((e, i) => new ExceptionField(e.Name, Day(e.From), Day(e.To), FormText.Hours(e.Intervals), e.EveryYear) { Of = i })],
            Absences = [.. company.Absences.Select((a, i) => new AbsenceField(a.Employee.Value, a.Reason.ToString(), a.Note, FormText.From(a.From), FormText.Until(a.Until), a.StandIn?.Value) { Of = i })],
            OnCall = [.. company.OnCallLists.Select((l, i) => new OnCallField(l.Name, Who(l.Default), [.. l.Entries.Select(e => new OnCallEntryField(FormText.From(e.From), FormText.Until(e.To), Who(e.Who)))]) { Of = i })],
            Notices = [.. card.Notices.Select((n, i) => new NoticeField(n.Text, FormText.From(n.Valid.From), FormText.Until(n.Valid.Until)) { Of = i })],
            Promotions = [.. card.Promotions.Select((p, i) => new PromotionField(p.Name, p.Text, FormText.From(p.Valid.From), FormText.Until(p.Valid.Until)) { Of = i })],
            Services = [.. card.Services.Select((s, i) => new ServiceField(s.Name, s.Text, s.Price, FormText.List(s.Keywords)) { Of = i })],
            Offices = [.. card.Offices.Select((o, i) => new OfficeField(o.Name, o.Address, o.Phone?.ToString(), o.Directions) { Of = i })],
            Faq = [.. card.Faq.Select((f, i) => new FaqField(f.Question, f.Answer, FormText.List(f.Keywords), f.Instructions) { Of = i })],
            Sections = [.. card.Sections.Select((s, i) => new SectionField(s.Title, s.Text, s.Instructions) { Of = i })],
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Who(IEnumerable<EmployeeId> people) => FormText.List(people.Select(p => p.Value));
}
