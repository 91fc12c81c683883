namespace Klapphaus.Grains.Conversations;

/// <summary>Something that was written within the last minutes, with who wrote it and who may read it. In memory only, unless somebody reports it.</summary>
/// <param name="Number">The remark's.</param>
/// <param name="When">Milliseconds on the room's clock.</param>
/// <param name="At">Milliseconds since 1970.</param>
/// <param name="Member">Who wrote it.</param>
/// <param name="Name">What they were called.</param>
/// <param name="Role">Their role.</param>
/// <param name="Text">What they wrote.</param>
/// <param name="Readers">Members who may read it; null for everybody.</param>
sealed record RecentRemark(long Number, long When, long At, string Member, string Name, World.Members.Role Role, string Text, HashSet<string>? Readers);
