namespace VirtualOffice.Sdk.Calls;

/// <summary>What was noted of a call: the fold of events that change nothing for the caller.</summary>
internal sealed class CallNotes
{
    private readonly Dictionary<string, string> _draft = new(StringComparer.Ordinal);
    private readonly List<AskedQuestion> _questions = [];

    public IReadOnlyDictionary<string, string> Draft => _draft;

    public IReadOnlyList<AskedQuestion> Questions => _questions;

    public void Apply(DraftSaved e)
    {
        foreach (var field in e.Fields)
        {
            if (field.Value.Length == 0)
            {
                _draft.Remove(field.Name);
            }
            else
            {
                _draft[field.Name] = field.Value;
            }
        }
    }

    public void Apply(QuestionAsked e)
    {
        var index = _questions.FindIndex(q => q.Key == e.Question.Key);
        if (index < 0)
        {
            _questions.Add(e.Question);
        }
        else
        {
            _questions[index] = e.Question;
        }
    }
}
