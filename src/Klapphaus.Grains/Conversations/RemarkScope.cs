namespace Klapphaus.Grains.Conversations;

/// <summary>Whom a remark is for.</summary>
public enum RemarkScope
{
    Conversation,
    Person,
    Room,
}
