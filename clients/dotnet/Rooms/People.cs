using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>Who is in the room, by the avatar's number and by the member's id.</summary>
sealed class People
{
    readonly Dictionary<int, PersonView> byHandle = [];
    readonly Dictionary<string, PersonView> byMember = [];

    public PersonView[] All => [.. byHandle.Values];

    public PersonView? Of(int handle) => byHandle.GetValueOrDefault(handle);
    public PersonView? Of(string memberId) => byMember.GetValueOrDefault(memberId);

    public void Clear()
    {
        byHandle.Clear();
        byMember.Clear();
    }

    public void Add(IEnumerable<PersonView> entered)
    {
        foreach (var person in entered)
        {
            // A number that is given to the next one, or a member who comes back under another number: the newest word counts.
            Remove(person.Handle);
            if (byMember.TryGetValue(person.Member.Id, out var before))
                Remove(before.Handle);
            byHandle[person.Handle] = person;
            byMember[person.Member.Id] = person;
        }
    }

    public void Remove(int handle)
    {
        if (byHandle.Remove(handle, out var person))
            byMember.Remove(person.Member.Id);
    }
}
