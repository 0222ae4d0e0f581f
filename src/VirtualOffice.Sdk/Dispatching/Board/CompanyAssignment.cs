namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>That an operator serves a company.</summary>
/// <param name="Company">The company.</param>
/// <param name="Ring">0 for those who are asked at once, 1 and more for backups.</param>
internal readonly record struct CompanyAssignment(int Company, int Ring = 0);
