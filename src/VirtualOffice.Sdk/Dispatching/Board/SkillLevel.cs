namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>A skill and how well: what an operator has, or the least that a call asks for.</summary>
internal readonly record struct SkillLevel(int Skill, int Level = 1);
