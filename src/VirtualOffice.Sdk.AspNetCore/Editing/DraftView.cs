using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>A draft of a company.</summary>
internal sealed record DraftView(string Id, int Revision, string? BasedOn, string? By, DateTimeOffset SavedAt, string Text)
{
    public static DraftView Of(CompanyDraft draft, ICompanyDocuments documents) =>
        new(draft.Id.ToString(), draft.Revision, draft.BasedOn, draft.By, draft.SavedAt, draft.Text ?? documents.Write(draft.Definition));
}
